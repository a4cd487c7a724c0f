import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ReactNode, Ref } from 'react';

type Props = AnchorProps & {
  ref?: Ref<HTMLAnchorElement>;
  children?: ReactNode;
  onClick?: () => void;
};

/** A link within the page, to an address that the router knows. */
export const TextLink = createLink((props: Props) => <Anchor {...props} />);
