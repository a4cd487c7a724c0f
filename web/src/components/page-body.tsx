import type { ReactNode } from 'react';
import classes from './page-body.module.css';

/** The part of a page that scrolls. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className={classes.body}>{children}</div>;
}
