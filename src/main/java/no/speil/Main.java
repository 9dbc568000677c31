package no.speil;

import java.util.logging.Level;
import java.util.logging.Logger;
import no.speil.cli.SpeilCommand;

/** The entry point: hands the words of the command line on and leaves with their exit code. */
public final class Main {
  /** Asks for the vector module, which costs more at the start than it gives here. */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private Main() {}

  public static void main(String[] args) {
    OutOfMemoryExit.install();
    VECTORS.setLevel(Level.OFF);
    int code = SpeilCommand.run(args, System.getenv(), System.out, System.err);
    if (code != SpeilCommand.STILL_RUNNING) {
      System.exit(code);
    }
  }
}
