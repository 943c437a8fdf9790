/**
 * Resolves when what was changed is on the screen: at the frame after the one that draws it, since work in between would hold that one up. Soon
 * where no frame is drawn: the page is in the background.
 */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, 100);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });
