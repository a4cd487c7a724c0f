import classes from './facts.module.css';

/** What it is, what holds, and perhaps a word about where that comes from. */
export type Fact = readonly [name: string, value: string, note?: string | undefined];

/** Facts by name, one a line. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value, note]) => (
        <div key={`${name} ${value}`}>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          <dd>
            <bdi className={classes.value}>{value}</bdi>
            {note && <span className={classes.note}>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
