import classes from './email-frame.module.css';

/**
 * An email as a mail reader shows it. The frame has no origin and no rights: nothing in it runs, loads
 * a page or reaches ours.
 */
export function EmailFrame({ html, title }: { html: string; title: string }) {
  return <iframe className={classes.frame} sandbox="" srcDoc={html} title={title} />;
}
