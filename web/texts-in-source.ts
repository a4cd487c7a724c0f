import babel from '@rolldown/plugin-babel';

/**
 * Turns the texts in the source (Lingui's macros) into look-ups in the catalogue. By Babel: the
 * native transform of Lingui is not installed under Node 20.
 */
export function textsInSource() {
  return babel({
    include: /\/web\/src\/.*\.tsx?$/,
    plugins: ['@lingui/babel-plugin-lingui-macro'],
  });
}
