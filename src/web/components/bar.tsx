/** A share as a length, on the one scale of the page; its figure stands beside it. @param share from 0 to 1 */
export function Bar({ share }: { readonly share: number }) {
  return (
    <svg className={share >= 1 ? 'bar full' : 'bar'} aria-hidden="true">
      <rect width={`${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`} height="100%" />
    </svg>
  );
}
