package no.speil.exchange.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

class PdfConverterTest {

  /** A PDF with a page for each list of lines; an empty line is a gap. */
  private static PDDocument pdf(List<List<String>> pages) throws IOException {
    var document = new PDDocument();
    for (List<String> lines : pages) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN), 11);
        content.newLineAtOffset(72, 720);
        for (String line : lines) {
          content.showText(line);
          content.newLineAtOffset(0, line.isEmpty() ? -28 : -14);
        }
        content.endText();
      }
    }
    return document;
  }

  private static byte[] bytes(PDDocument document) throws IOException {
    try (document) {
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  @Test
  void wordsBecomeParagraphsAndLossesAreTold() throws IOException {
    PDDocument document =
        pdf(
            List.of(
                List.of(
                    "Kvinnefronten",
                    "",
                    "",
                    "Kvinnegruppa krever at styret i Amnesty Norge går av etter vedtaket om prosti-",
                    "tusjonspolitikk, og medlemmene av gruppa melder seg ut. De gjør det fordi de er",
                    "",
                    "1"),
                List.of(
                    "Kvinnefronten",
                    "",
                    "",
                    "uenige i vedtaket.",
                    "",
                    "Det neste avsnittet er *kort*.",
                    "",
                    "2"),
                List.of("Kvinnefronten", "", "", "Slutt.", "", "3")));
    document.getDocumentInformation().setTitle("Styret må gå");
    document.getDocumentInformation().setAuthor("Trine Lise Bryn");
    Calendar date = new GregorianCalendar(2015, Calendar.AUGUST, 24, 12, 0);
    date.setTimeZone(TimeZone.getTimeZone("UTC"));
    document.getDocumentInformation().setCreationDate(date);

    ConvertedText converted = PdfConverter.convert(bytes(document));

    assertThat(converted.markdown())
        .isEqualTo(
            """
            Kvinnegruppa krever at styret i Amnesty Norge går av etter vedtaket om prostitusjonspolitikk, og medlemmene av gruppa melder seg ut. De gjør det fordi de er uenige i vedtaket.

            Det neste avsnittet er \\*kort\\*.

            Slutt.
            """);
    assertThat(converted.details())
        .isEqualTo(
            new ConvertedText.Details(
                "Styret må gå", "2015-08-24", List.of("Trine Lise Bryn"), "", "", "", ""));
    assertThat(converted.losses())
        .satisfiesExactly(
            loss -> assertThat(loss).contains("only its words", "headings", "pictures"),
            loss -> assertThat(loss).contains("page numbers, are left out"));
  }

  @Test
  void nameOfAFileIsNoTitle() throws IOException {
    PDDocument document = pdf(List.of(List.of("Et brev", "", "", "Til styret, fra oss.")));
    document.getDocumentInformation().setTitle("Microsoft Word - brev_v2.docx");

    assertThat(PdfConverter.convert(bytes(document)).details().title()).isEqualTo("Et brev");
  }

  @Test
  void pdfWithoutTextIsRefused() throws IOException {
    byte[] empty = bytes(pdf(List.of(List.of(""), List.of(" "))));

    assertThatThrownBy(() -> PdfConverter.convert(empty))
        .isInstanceOf(ConversionRefusedException.class)
        .hasMessageContaining("it has no text")
        .hasMessageContaining("OCR");
  }

  @Test
  void protectedOrBrokenPdfIsRefused() throws IOException {
    PDDocument locked = pdf(List.of(List.of("Hemmelig.")));
    locked.protect(new StandardProtectionPolicy("eier", "bruker", new AccessPermission()));
    byte[] bytes = bytes(locked);
    byte[] whole = bytes(pdf(List.of(List.of("Hei."))));

    assertThatThrownBy(() -> PdfConverter.convert(bytes))
        .isInstanceOf(ConversionRefusedException.class)
        .hasMessage("it is protected by a password");
    for (byte[] broken :
        List.of(
            "Ikke en PDF".getBytes(StandardCharsets.UTF_8),
            "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8),
            java.util.Arrays.copyOf(whole, 40))) {
      assertThatThrownBy(() -> PdfConverter.convert(broken))
          .isInstanceOf(ConversionRefusedException.class)
          .hasMessageStartingWith("it is no PDF that can be read");
    }
  }
}
