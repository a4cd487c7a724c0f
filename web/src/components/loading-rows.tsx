import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

const widths = ['72%', '58%', '80%', '64%', '76%', '52%', '68%', '60%'];

/** The shape of a list that is on its way. */
export function LoadingRows({ label }: { label: string }) {
  return (
    <Stack gap="md" p="lg" role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {widths.map((width) => (
        <Skeleton key={width} height={14} width={width} radius="sm" />
      ))}
    </Stack>
  );
}
