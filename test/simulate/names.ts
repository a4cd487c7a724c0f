import type { LedgerView } from './ledger-view.ts';
import type { Scenario } from './scenario.ts';

/** How a trace names a delivery and a broadcast, whose ids differ from run to run. */
export type Names = { delivery(id: string): string; broadcast(id: string): string };

/** People and broadcasts by the names that the scenario gives them. */
export function namesOf(scenario: Scenario, ledger: LedgerView): Names {
  const broadcasts = new Map(ledger.broadcasts.map(({ id }, n) => [id, `B${n + 1}`]));
  const people = new Map(scenario.people.map(({ name, address }) => [address, name]));
  const deliveries = new Map(
    ledger.deliveries.map((one) => [
      one.id,
      `${broadcasts.get(one.broadcast)} ${people.get(one.address)}`,
    ]),
  );
  return {
    broadcast: (id) => broadcasts.get(id) ?? id,
    delivery: (id) => deliveries.get(id) ?? id,
  };
}

/** A text in which every id that has a name is replaced by it. */
export function withNames(text: string, names: Names): string {
  return text.replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, (id) => {
    const delivery = names.delivery(id);
    return delivery === id ? names.broadcast(id) : delivery;
  });
}
