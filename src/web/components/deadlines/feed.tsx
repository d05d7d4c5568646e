import type { View } from '../../page/view.ts';

/** The calendar feed, and how to subscribe to it. @param address whole, since it is copied elsewhere */
export function Feed({ view, address }: { readonly view: View; readonly address: string }) {
  const { feed } = view.t.deadlines;
  return (
    <section className="feed">
      <h2>{feed.heading}</h2>
      <p>{feed.text}</p>
      <p>
        <code>{address}</code>
      </p>
      <p>
        <a href={address}>{feed.download}</a>
      </p>
    </section>
  );
}
