import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

const widths = ['72%', '58%', '80%', '64%', '76%', '52%', '68%', '60%'];

type Props = {
  label: string;
  /** Few, of a part of a page: they begin where its content will. */
  rows?: number;
};

/** The shape of a list that is on its way. */
export function LoadingRows({ label, rows }: Props) {
  return (
    <Stack gap="md" p={rows === undefined ? 'lg' : 0} role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {widths.slice(0, rows).map((width) => (
        <Skeleton key={width} height={14} width={width} radius="sm" />
      ))}
    </Stack>
  );
}
