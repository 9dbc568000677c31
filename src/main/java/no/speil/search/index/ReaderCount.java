package no.speil.search.index;

/** Counts the readers of an index, so that a retired index is closed after the last one. */
final class ReaderCount {
  private int readers;
  private boolean retired;

  /** Starts reading; false if the index is retired. */
  synchronized boolean enter() {
    readers += retired ? 0 : 1;
    return !retired;
  }

  /** Stops reading; true for the last reader of a retired index, who must close it. */
  synchronized boolean leave() {
    readers--;
    return retired && readers == 0;
  }

  /** Refuses new readers; true if there are none, and the caller must close the index. */
  synchronized boolean retire() {
    boolean idle = !retired && readers == 0;
    retired = true;
    return idle;
  }
}
