package no.speil.search.index;

/** Counts who reads an index, so that it is closed when it is retired and nobody does. */
final class ReaderCount {
  private int readers;
  private boolean retired;

  /** Begins to read; false where it has been retired, and there is nothing to end then. */
  synchronized boolean enter() {
    readers += retired ? 0 : 1;
    return !retired;
  }

  /** Ends reading; true for the last one of a retired index, who must close it. */
  synchronized boolean leave() {
    readers--;
    return retired && readers == 0;
  }

  /** Lets nobody in any more; true where nobody reads, and the caller must close the index. */
  synchronized boolean retire() {
    boolean idle = !retired && readers == 0;
    retired = true;
    return idle;
  }
}
