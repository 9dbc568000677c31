package no.speil.search.answer;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/** Begins when it is made, and says when it is over. */
final class TimeLimit implements QueryTimeout {
  private final long end;

  TimeLimit(Duration limit) {
    end = System.nanoTime() + limit.toNanos();
  }

  @Override
  public boolean shouldExit() {
    return System.nanoTime() - end > 0;
  }
}
