/**
 * Resolves when what was changed is on the screen: after the frame that follows the one that draws it, since work before that would hold one of
 * them up. Soon where no frame is drawn: the page is in the background.
 */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, 100);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        setTimeout(resolve);
      }),
    );
  });

/**
 * Asks for a frame now. Called before work that will change the page: the frame is then due when the work is done, and begins at once; asked for
 * by the change itself, it would begin when the screen next comes round, half a frame later in the mean.
 */
export const askFrame = (): void => void requestAnimationFrame(() => undefined);
