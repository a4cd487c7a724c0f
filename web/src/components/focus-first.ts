/** Given as `ref` to the field that a page begins with: whoever came to it types at once. Stable, so it happens once. */
export function focusFirst(field: HTMLInputElement | null): void {
  field?.focus();
}
