package no.speil.exchange.convert;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the words of a PDF, which knows where letters stand and nothing of paragraphs. */
public final class PdfConverter {
  /** The module that has the geometry; packages with a Java of their own may lack it. */
  private static final String GEOMETRY = "java.desktop";

  private static final int MOST_CHARACTERS = 16 << 20;
  private static final String PAGE = "\f";

  /** A line that is on so many pages is no part of the text. */
  private static final int REPEATED = 3;

  /** What programs write as a title, which is the name of a file. */
  private static final Pattern FILE_NAME =
      Pattern.compile(
          "(?i)(?:microsoft \\w+ - .*|untitled.*|.*\\.(?:docx?|odt|pdf|rtf|indd|pub|pptx?))");

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)[-–—\\s]*(?:side|page|s\\.|p\\.)?\\s*\\d{1,4}(?:\\s*(?:/|av|of)\\s*\\d{1,4})?[-–—\\s]*");

  private PdfConverter() {}

  /**
   * Reads a PDF.
   *
   * @throws ConversionRefusedException if it cannot be read, or has no text
   */
  public static ConvertedText convert(byte[] bytes) {
    if (ModuleLayer.boot().findModule(GEOMETRY).isEmpty()) {
      throw new ConversionRefusedException(
          "the Java that Speil runs on here cannot read PDF (it lacks the module "
              + GEOMETRY
              + "). Save its text first, as with: pdftotext -enc UTF-8 letter.pdf letter.txt");
    }
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = text(document);
      if (text.codePoints().noneMatch(Character::isLetter)) {
        throw new ConversionRefusedException(
            "it has no text, only pictures of it: recognise the text first (OCR), as with ocrmypdf");
      }
      return convert(document, text);
    } catch (InvalidPasswordException e) {
      throw new ConversionRefusedException("it is protected by a password");
    } catch (IOException | RuntimeException e) {
      if (e instanceof ConversionRefusedException refused) {
        throw refused;
      }
      throw new ConversionRefusedException("it is no PDF that can be read: " + e.getMessage());
    }
  }

  private static String text(PDDocument document) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setLineSeparator("\n");
    stripper.setParagraphEnd("\n");
    stripper.setPageEnd(PAGE);
    stripper.setSortByPosition(false);
    var text = new BoundedWriter();
    stripper.writeText(document, text);
    return text.toString();
  }

  private static ConvertedText convert(PDDocument document, String text) {
    var losses = new ArrayList<String>();
    losses.add(
        "Of the PDF only its words are kept: headings, lists, tables, footnotes, emphasis, links and"
            + " pictures are not. Compare the paragraphs with it.");
    List<List<String>> pages = new ArrayList<>();
    for (String page : text.split(PAGE, -1)) {
      pages.add(new ArrayList<>(PlainTextConverter.lines(page)));
    }
    if (removeRunningLines(pages)) {
      losses.add("Lines at the top and bottom of its pages, and page numbers, are left out.");
    }
    ConvertedText read = PlainTextConverter.convert(onePage(pages), true);
    losses.addAll(read.losses());
    ConvertedText.Details details = details(document.getDocumentInformation(), read.details());
    return new ConvertedText(details, read.markdown(), List.of(), losses);
  }

  private static ConvertedText.Details details(
      PDDocumentInformation said, ConvertedText.Details read) {
    String title = said.getTitle() == null ? "" : said.getTitle().strip();
    String author = said.getAuthor() == null ? "" : said.getAuthor().strip();
    Calendar date = said.getCreationDate();
    boolean isName = FILE_NAME.matcher(title).matches();
    return new ConvertedText.Details(
        title.isEmpty() || isName ? read.title() : title,
        date == null ? "" : date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString(),
        author.isEmpty() ? List.of() : List.of(author),
        "",
        said.getSubject() == null ? "" : said.getSubject().strip(),
        "",
        "");
  }

  /** Removes first and last lines that repeat but for their digits, and numbers of pages. */
  private static boolean removeRunningLines(List<List<String>> pages) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<String> page : pages) {
      trim(page);
      if (!page.isEmpty()) {
        counts.merge(likeness(page.getFirst()), 1, Integer::sum);
        counts.merge(likeness(page.getLast()), 1, Integer::sum);
      }
    }
    boolean isRemoved = false;
    for (List<String> page : pages) {
      if (!page.isEmpty() && isRunning(page.getFirst(), counts)) {
        page.removeFirst();
        isRemoved = true;
      }
      if (!page.isEmpty() && isRunning(page.getLast(), counts)) {
        page.removeLast();
        isRemoved = true;
      }
      trim(page);
    }
    return isRemoved;
  }

  private static boolean isRunning(String line, Map<String, Integer> counts) {
    return PAGE_NUMBER.matcher(line).matches()
        || counts.getOrDefault(likeness(line), 0) >= REPEATED;
  }

  private static String likeness(String line) {
    return line.strip().replaceAll("\\d+", "0");
  }

  private static void trim(List<String> page) {
    while (!page.isEmpty() && page.getFirst().isBlank()) {
      page.removeFirst();
    }
    while (!page.isEmpty() && page.getLast().isBlank()) {
      page.removeLast();
    }
  }

  /** A sentence that goes on over the end of a page is not broken there. */
  private static List<String> onePage(List<List<String>> pages) {
    var lines = new ArrayList<String>();
    for (List<String> page : pages) {
      if (!lines.isEmpty() && !page.isEmpty()) {
        boolean goesOn =
            !lines.getLast().matches(".*[.!?:…][)\\]»”\"'’]*")
                && page.getFirst().strip().matches("\\p{Ll}.*");
        if (!goesOn) {
          lines.add("");
        }
      }
      lines.addAll(page);
    }
    return lines;
  }

  /** Stops at more text than any document here has. */
  private static final class BoundedWriter extends Writer {
    private final StringWriter text = new StringWriter();

    @Override
    public void write(char[] characters, int from, int length) {
      if (text.getBuffer().length() + length > MOST_CHARACTERS) {
        throw new ConversionRefusedException("its text is longer than 16 million characters");
      }
      text.write(characters, from, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
