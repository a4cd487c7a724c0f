import type { SendWindow } from './send-window.ts';

/** The places on the wire that a run uses, where it may open no more than so many attempts at all. */
export class LanePlaces {
  readonly #window: SendWindow;
  readonly #laneId: string;
  readonly #atMost: number;
  /** Those included that ticks under way may open. */
  #opened = 0;
  #opening = 0;

  constructor(window: SendWindow, laneId: string, atMost: number) {
    this.#window = window;
    this.#laneId = laneId;
    this.#atMost = atMost;
  }

  /** Attempts that may still be opened at all. */
  get left(): number {
    return this.#atMost - this.#opened;
  }

  /** Those that may be opened now. */
  get room(): number {
    return Math.min(this.#window.room(this.#laneId), this.left);
  }

  /** Those that ticks under way may open. */
  get opening(): number {
    return this.#opening;
  }

  /** A tick begins that may open so many. */
  reserve(count: number): void {
    this.#window.take(this.#laneId, count);
    this.#opened += count;
    this.#opening += count;
  }

  /** It has ended, and opened so many of them. */
  settle(reserved: number, opened: number): void {
    this.#window.give(this.#laneId, reserved - opened);
    this.#opened -= reserved - opened;
    this.#opening -= reserved;
  }
}
