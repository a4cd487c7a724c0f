/** A machine or a person at work: once it is gone, nothing that it waits for comes to it any more. */
export type Owner = {
  readonly name: string;
  isGone: boolean;
  /** Milliseconds by which its clock is off. */
  skew: number;
};

export function newOwner(name: string, skew = 0): Owner {
  return { name, isGone: false, skew };
}
