/** A part of the catalogue: the build turns it into a module. */
declare module '*.po' {
  export const messages: import('@lingui/core').Messages;
}
