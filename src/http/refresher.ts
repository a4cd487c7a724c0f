/**
 * Makes a function that reads anew and shows what was read where it differs from what was shown before,
 * as JSON. At most one read is under way; asked for meanwhile, there is one more, so that what is shown
 * last was read after the last call. A read that fails shows nothing.
 */
export function refresher(
  read: () => Promise<unknown>,
  show: (json: string) => void,
): () => Promise<void> {
  let shown: string | null = null;
  let isReading = false;
  let again = false;
  return async () => {
    again = true;
    if (isReading) return;
    isReading = true;
    while (again) {
      again = false;
      const json = await read().then(JSON.stringify, () => null);
      if (json === null || json === shown) continue;
      shown = json;
      show(json);
    }
    isReading = false;
  };
}
