import type { Provider } from '../../src/providers/provider.ts';
import type { Rewrite } from './gate.ts';
import type { Scenario } from './scenario.ts';

/** A mistake that the simulation must find: made in what it loads, never in the product. */
export type PlantedBug = {
  name: string;
  /** Changes the text of statements. */
  rewrite?: Rewrite;
  /** Where the bug shows: a world that is drawn so seldom that many seeds would pass. */
  haunt?: (scenario: Scenario) => Scenario;
  /** Changes what the engine sees of its provider. */
  disguise?: (provider: Provider) => Provider;
};

/** Replaces parts of the statement that has the mark; fails where it has one of them no longer. */
function replacing(mark: string, parts: Readonly<Record<string, string>>): Rewrite {
  return (text) => {
    if (!text.includes(mark)) return text;
    return Object.entries(parts).reduce((changed, [part, by]) => {
      if (!changed.includes(part)) throw new Error(`the bug cannot be planted: ${part}`);
      return changed.replace(part, by);
    }, text);
  };
}

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'tries again what nobody knows of',
    disguise: (provider) => ({
      ...provider,
      send: async (submission, signal) => {
        const said = await provider.send(submission, signal);
        if (said.outcome !== 'uncertain') return said;
        return { ...said, outcome: 'retryable', reason: 'unknown', code: null };
      },
    }),
  },
  {
    name: 'asks before the carrier can know',
    haunt: ({ capabilities, ...rest }) => ({
      ...rest,
      capabilities: { ...capabilities, query: true, timeout: 2_000, visibilityLag: 120_000 },
    }),
    disguise: (provider) => ({
      ...provider,
      capabilities: (channel) => {
        const capabilities = provider.capabilities(channel);
        return capabilities && { ...capabilities, visibilityLag: 0 };
      },
    }),
  },
  {
    name: 'shuts the door without its lock',
    haunt: (scenario) => ({ ...scenario, torn: 0.6, desk: 1.5 }),
    rewrite: (text) => text.replace(/^select pg_advisory_xact_lock\(.*$/, 'select'),
  },
  {
    name: 'gives back what was on the wire',
    haunt: (scenario) => ({ ...scenario, workers: 3, crash: 0.6 }),
    rewrite: replacing('What workers left behind', {
      "set state = 'uncertain', reason": "set state = 'rejected', reason",
      "set state = 'uncertain', failure = 'answer_lost'": "set state = 'ready'",
      "('not_sure', 1)": "('waiting', 1)",
    }),
  },
  {
    name: 'lets a receipt move a final state back',
    rewrite: replacing('Receipts of one account', {
      "or (k.state = 'sent' and w.state <> 'sent')": 'or true',
    }),
  },
  {
    name: 'opens under a claim that has ended',
    rewrite: replacing('One tick of a lane', {
      'k.claim_id = a.claim_id and k.lease_until > $4::timestamptz': 'true',
    }),
  },
  {
    name: 'forgets what waits for its time',
    rewrite: replacing('A lane without work sleeps', {
      'select min(at) from (': 'select max(null::timestamptz) from (',
    }),
  },
  {
    name: 'lets a late answer open what is closed',
    rewrite: replacing('One tick of a lane', {
      "t.attempt_was in ('submitting', 'uncertain') and k.state in ('submitting', 'uncertain')":
        'true',
      "and (a.state in ('submitting', 'uncertain')": "and (a.state <> 'accepted'",
    }),
  },
];
