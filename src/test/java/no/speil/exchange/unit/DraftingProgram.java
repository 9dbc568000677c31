package no.speil.exchange.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import no.speil.Program;
import no.speil.markdown.inline.MarkdownEscape;

/** A program that "translates" by writing capitals, as a keeper may name one. */
public final class DraftingProgram {
  private DraftingProgram() {}

  /** The command that runs it in a process of its own. */
  public static List<String> command(String... arguments) {
    List<String> command = Program.java();
    command.add(DraftingProgram.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * Answers each line, or fails as it is told to.
   *
   * @param args {@code context} to answer with all that it is told but the source, {@code fail} to
   *     end badly after the first line, {@code garbage} to write no JSON, {@code hang} to write
   *     nothing and never end
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    String mode = args.length == 0 ? "" : args[0];
    var json = new ObjectMapper();
    var out = new PrintStream(System.out, true, UTF_8);
    var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    if (mode.equals("hang")) {
      Thread.sleep(Long.MAX_VALUE);
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode asked = json.readTree(line);
      String target =
          asked.path("sourceLanguage").asText()
              + ">"
              + asked.path("targetLanguage").asText()
              + " "
              + asked.path("source").asText().toUpperCase(Locale.ROOT);
      if (mode.equals("context")) {
        ((ObjectNode) asked).remove("source");
        target = MarkdownEscape.words(asked.toString(), false);
      }
      out.println(
          mode.equals("garbage")
              ? "no JSON"
              : json.createObjectNode().put("id", asked.path("id").asText()).put("target", target));
      if (mode.equals("fail")) {
        System.exit(3);
      }
    }
  }
}
