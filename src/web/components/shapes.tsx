import { SHAPES, type ShapeName, type Stroke } from '#presentation/shapes.ts';

/** The drawings, once a page: lanes and lists refer to them. */
export function Shapes() {
  return (
    <svg className="defs" width="0" height="0" aria-hidden="true">
      {Object.entries(SHAPES).map(([name, strokes]) => (
        <symbol key={name} id={name} overflow="visible">
          {strokes.map((stroke) => (
            <Drawn key={stroke.look} stroke={stroke} />
          ))}
        </symbol>
      ))}
    </svg>
  );
}

function Drawn({ stroke }: { readonly stroke: Stroke }) {
  return 'path' in stroke ? (
    <path className={stroke.look} d={stroke.path} />
  ) : (
    <circle className={stroke.look} r={stroke.radius} />
  );
}

/** One shape in a line of text; the words beside it say what it means. */
export function Shape({ name }: { readonly name: ShapeName }) {
  return (
    <svg className="shape" viewBox="-8 -8 16 16" aria-hidden="true">
      <use href={`#${name}`} />
    </svg>
  );
}
