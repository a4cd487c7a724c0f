import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  NativeSelect,
  type VariantColorsResolver,
} from '@mantine/core';

/** The greys of the dark theme, from text to the deepest shadow: the same cool ones as our surfaces. */
const dark: MantineColorsTuple = [
  '#d5d9df',
  '#b9bfc8',
  '#969da8',
  '#5d6570',
  '#424952',
  '#343a42',
  '#262b32',
  '#181b1f',
  '#121417',
  '#0c0e10',
];

const PALE_RED = 'color-mix(in srgb, var(--tone-red) 12%, var(--surface))';

/**
 * A quiet button has a link's colour, and a paler ground under the mouse, on which that can be read. What
 * goes for good, or went wrong, is said in red in the dark too.
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  switch (`${input.variant}/${input.color ?? 'blue'}`) {
    case 'subtle/blue':
      return { ...colors, color: 'var(--mantine-color-anchor)', hover: 'var(--surface-chosen)' };
    case 'subtle/red':
      return { ...colors, color: 'var(--tone-red)', hover: PALE_RED };
    case 'light/red':
      return { ...colors, color: 'var(--tone-red)', background: PALE_RED };
    default:
      return colors;
  }
};

const small = { defaultProps: { size: 'sm' } };

/**
 * Calm and dense: 14 px, one blue accent. `primaryShade` 8 and `autoContrast` keep every filled
 * control at a contrast of 4.5 to 1 or better.
 */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'blue',
  primaryShade: 8,
  autoContrast: true,
  variantColorResolver,
  colors: { dark },
  respectReducedMotion: true,
  defaultRadius: 'sm',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.4' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: small,
    ActionIcon: small,
    TextInput: small,
    PasswordInput: small,
    Textarea: small,
    Select: small,
    MultiSelect: small,
    NumberInput: small,
    SegmentedControl: small,
    Checkbox: small,
    PillsInput: small,
    Pill: small,
    Radio: small,
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'sm' } }),
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    // A popover that holds a form is no dialog of its own, and its button no menu.
    Popover: { defaultProps: { withRoles: false, transitionProps: { duration: 100 } } },
    // Inside what it belongs to, so that a dialog holds it; and without the kit's empty first child,
    // which may have the focus and is no item.
    Menu: {
      defaultProps: {
        transitionProps: { duration: 100 },
        withinPortal: false,
        floatingStrategy: 'fixed',
        withInitialFocusPlaceholder: false,
      },
    },
    // The head of a dialog is no banner of the page: there may be two dialogs, one over the other.
    Modal: {
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        transitionProps: { transition: 'fade', duration: 120 },
      },
    },
    Drawer: {
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        transitionProps: { duration: 140 },
      },
    },
  },
});
