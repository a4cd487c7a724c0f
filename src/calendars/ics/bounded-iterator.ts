import ICAL from 'ical.js';

/** How far rules may still be followed; one may be shared by all events of a file. */
export type Budget = { steps: number };

/** A rule was followed for longer than any real calendar needs. */
export class OutOfSteps extends Error {}

/** What a year costs: its days are laid out one by one. */
const YEAR = 20;

type Options = ConstructorParameters<typeof ICAL.RecurIterator>[0];

/**
 * ical.js's iterator with a limit: a rule that never comes true (daily, but only on a 30th of
 * February) would otherwise be followed for ever. Spends a step for each candidate and each month
 * that it passes, within one `next()` too, and throws OutOfSteps once the budget is used up.
 */
export class BoundedIterator extends ICAL.RecurIterator {
  declare budget: Budget;

  constructor(rule: ICAL.Recur, start: ICAL.Time, budget: Budget) {
    const options = { rule, dtstart: start, budget };
    super(options);
  }

  // The base class walks to the first instance while it is being constructed, through this method.
  override fromData(options: Options & { budget?: Budget }): void {
    this.budget = options.budget ?? { steps: 0 };
    super.fromData(options);
  }

  override check_contracting_rules(): boolean {
    spend(this.budget, 1);
    return super.check_contracting_rules();
  }

  override increment_month(): void {
    spend(this.budget, 1);
    super.increment_month();
  }

  override increment_year(inc: number): void {
    spend(this.budget, YEAR);
    super.increment_year(inc);
  }
}

function spend(budget: Budget, steps: number): void {
  budget.steps -= steps;
  if (budget.steps < 0) throw new OutOfSteps();
}
