package no.speil.exchange.convert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocxConverterTest {
  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  @Test
  void aTextKeepsItsBlocksAndWhatStandsInThem() {
    ConvertedText text =
        convert(
            new WordFile()
                .paragraph("Title", run("Brev om skriften"))
                .paragraph(
                    "",
                    run("Tekst med ")
                        + run("fet", "<w:b/>")
                        + run(", ")
                        + run("kursiv", "<w:i/>")
                        + run(", og ")
                        + link("https://x.no/a", "lenke")
                        + run(".")
                        + "<w:r><w:br/></w:r>"
                        + run("Ny linje."))
                .paragraph("Heading1", run("Lister"))
                .item(0, 1, run("En"))
                .item(1, 1, run("To"))
                .item(0, 1, run("Tre"))
                .item(0, 2, run("a"))
                .item(0, 2, run("b"))
                .paragraph("Quote", run("Et sitat."))
                .paragraph("PreformattedText", run("kode"))
                .paragraph("PreformattedText", run("  to"))
                .paragraph(
                    "", run("Note") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run(" her."))
                .property("dc:creator", "Kari Nordmann; Ola Li")
                .property("dc:language", "nb-NO")
                .property("dcterms:created", "2015-08-24T08:00:00Z"));
    assertThat(text)
        .isEqualTo(
            new ConvertedText(
                new ConvertedText.Details(
                    "Brev om skriften",
                    "",
                    List.of("Kari Nordmann", "Ola Li"),
                    "",
                    "",
                    "nb-NO",
                    ""),
                """
                Tekst med **fet**, *kursiv*, og [lenke](https://x.no/a).\\
                Ny linje.

                # Lister

                - En
                  - To
                - Tre

                1. a
                2. b

                > Et sitat.

                ```
                kode
                  to
                ```

                Note[^1] her.

                [^1]: Noten med *kursiv*.
                """,
                List.of(),
                List.of()));
  }

  /** Made with LibreOffice 25.2 of a page of HTML, in an environment in English. */
  @Test
  void aFileOfLibreOfficeIsRead() throws IOException {
    ConvertedText text;
    try (InputStream in = DocxConverterTest.class.getResourceAsStream("libreoffice.docx")) {
      text = DocxConverter.convert(in.readAllBytes(), "Brev om skrift.docx");
    }
    assertThat(text.details())
        .isEqualTo(
            new ConvertedText.Details(
                "Brev om skriften", "", List.of("Kari Nordmann"), "", "", "nb", ""));
    assertThat(text.markdown())
        .isEqualTo(
            """
            Dette er ikke noe annet enn et brev som ble skrevet på norsk og sendt til den som er her.

            Tekst med **fet**, *kursiv*, og [lenke](https://speil.no/a(b)).\\
            Ny linje.

            ## Lister

            - En
              - To
            - Tre

            1. a
            2. b

            > Et sitat.

            ```
            kode
              to
            ```

            | A | B |
            |---|---|
            | 1 | 2 \\| 3 |

            Med note[^1] her2. ![Et bilde](brev-om-skrift-1.png)

            [^1]: Noten med *kursiv*.
            """);
    assertThat(text.pictures()).hasSize(1);
    assertThat(text.losses())
        .containsExactly(
            "The file says that its language is en-US; its words are nb, and that was written.");
  }

  @Test
  void theHeaderRowOfATableIsItsFirstRowHoweverItIsMarked() {
    String head = cell("TableHeading", "A") + cell("TableHeading", "B");
    String row = cell("", "1") + cell("", "2 | 3");
    String expected = "| A | B |\n|---|---|\n| 1 | 2 \\| 3 |\n";
    assertThat(convert(new WordFile().table(tr("", head) + tr("", row))))
        .returns(expected, ConvertedText::markdown)
        .returns(List.of(), ConvertedText::losses);
    String plain = cell("", "A") + cell("", "B");
    assertThat(convert(new WordFile().table(tr("<w:tblHeader/>", plain) + tr("", row))))
        .returns(expected, ConvertedText::markdown)
        .returns(List.of(), ConvertedText::losses);
    assertThat(convert(new WordFile().table(tr("", plain) + tr("", row))))
        .returns(expected, ConvertedText::markdown)
        .returns(List.of("The first row of a table became its header row."), ConvertedText::losses);
  }

  @Test
  void picturesInTheFileComeAlongAndThoseOutsideAreNeverFetched() {
    ConvertedText text =
        convert(
            new WordFile()
                .part("word/media/p.png", Base64.getDecoder().decode(PNG))
                .relation("rId7", "image", "media/p.png", "")
                .relation("rId8", "image", "file:///etc/passwd", "External")
                .relation("rId9", "image", "http://127.0.0.1:1/x.png", "External")
                .paragraph("", picture("r:embed=\"rId7\"", "Inni"))
                .paragraph(
                    "", picture("r:link=\"rId8\"", "Fil") + picture("r:link=\"rId9\"", "Nett")));
    assertThat(text.markdown()).isEqualTo("![Inni](brev-1.png)\n\nFilNett\n");
    assertThat(text.pictures()).hasSize(1);
    assertThat(text.pictures().getFirst().bytes()).isEqualTo(Base64.getDecoder().decode(PNG));
    assertThat(text.losses())
        .containsExactly("Left out: pictures that are not in the file itself (2).");
  }

  @Test
  void ofAFileWithMacrosTheTextIsRead() {
    ConvertedText text =
        convert(
            new WordFile()
                .mainType("application/vnd.ms-word.document.macroEnabled.main+xml")
                .part("word/vbaProject.bin", new byte[] {1, 2, 3})
                .paragraph("", run("Tekst.")));
    assertThat(text.markdown()).isEqualTo("Tekst.\n");
    assertThat(text.losses())
        .containsExactly("The macros of the file were left out; its text is here.");
  }

  @Test
  void whatWordHasAndMarkdownHasNotIsSaid() {
    ConvertedText text =
        convert(
            new WordFile()
                .paragraph(
                    "",
                    "<w:ins w:id=\"1\"><w:r><w:t>inn</w:t></w:r></w:ins>"
                        + "<w:del w:id=\"2\"><w:r><w:delText>ut</w:delText></w:r></w:del>")
                .part(
                    "word/comments.xml",
                    "<w:comments xmlns:w=\"w\"><w:comment/></w:comments>".getBytes(UTF_8))
                .part("word/header1.xml", "<w:hdr xmlns:w=\"w\"/>".getBytes(UTF_8)));
    assertThat(text.markdown()).isEqualTo("inn\n");
    assertThat(text.losses())
        .containsExactly(
            "Tracked changes were taken as accepted.",
            "The comments in the margin were left out.",
            "The headers and footers of the pages were left out.");
  }

  @Test
  void filesThatUnpackToMuchAreRefused() {
    WordFile text = new WordFile().part("word/x.xml", new byte[40 << 20]);
    WordFile picture =
        new WordFile()
            .part("word/media/a.png", new byte[70 << 20])
            .part("word/media/b.png", new byte[70 << 20]);
    for (WordFile bomb : List.of(text, picture)) {
      assertThatThrownBy(() -> convert(bomb))
          .isInstanceOf(ConversionRefusedException.class)
          .hasMessageStartingWith("it is much larger than it seems: more than 32 MB of text");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x.xml", "word/../../x.xml", "/etc/x.xml", "a\\..\\x.png", "C:x.xml"})
  void partsWhoseNamesLeadOutAreRefused(String name) {
    assertThatThrownBy(() -> convert(new WordFile().part(name, "<a/>".getBytes(UTF_8))))
        .isInstanceOf(ConversionRefusedException.class)
        .hasMessage("it holds a part whose name leads out of it (%s), as no Word file does", name);
  }

  @Test
  void entitiesOfXmlAreRefused() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>";
    String external = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>";
    for (String xml : List.of(bomb, external, "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x\"><x/>")) {
      for (String part : List.of("word/footnotes2.xml", "docProps/app.xml", "word/_rels/x.rels")) {
        assertThatThrownBy(() -> convert(new WordFile().part(part, xml.getBytes(UTF_8))))
            .isInstanceOf(ConversionRefusedException.class)
            .hasMessage("it holds XML with entities of its own, as no Word file does");
      }
    }
  }

  @Test
  void aTextNestedTooDeepIsRefused() {
    String deep = "<w:sdt><w:sdtContent>".repeat(5000) + "</w:sdtContent></w:sdt>".repeat(5000);
    assertThatThrownBy(() -> convert(new WordFile().table(deep)))
        .isInstanceOf(ConversionRefusedException.class)
        .hasMessageStartingWith("it is nested deeper");
  }

  @Test
  void whatIsNoWordFileIsRefusedInASentence() {
    byte[] whole = new WordFile().paragraph("", run("Tekst.")).bytes();
    Map.of(
            "it is no Word file (.docx), whatever its name says", "Tekst".getBytes(UTF_8),
            "it has a password, or is of Word before 2007: open it in Word or LibreOffice and save it as .docx without a password",
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1},
            "it is a zip file, but no Word file (.docx)",
                WordFile.zip(Map.of("a.txt", new byte[] {1})),
            "it is damaged: open it in Word or LibreOffice and save it again",
                Arrays.copyOf(whole, whole.length / 3),
            "it is damaged, or made to do harm: its XML cannot be read",
                new WordFile().part("word/x.xml", "<a><b></a>".getBytes(UTF_8)).bytes())
        .forEach(
            (sentence, bytes) ->
                assertThatThrownBy(() -> DocxConverter.convert(bytes, "brev.docx"))
                    .isInstanceOf(ConversionRefusedException.class)
                    .hasMessage(sentence));
  }

  private static ConvertedText convert(WordFile file) {
    return DocxConverter.convert(file.bytes(), "brev.docx");
  }

  private static String run(String text) {
    return run(text, "");
  }

  private static String run(String text, String properties) {
    return "<w:r><w:rPr>%s</w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r>"
        .formatted(properties, text);
  }

  private static String link(String address, String text) {
    return "<w:hyperlink r:id=\"" + WordFile.LINK + address + "\">" + run(text) + "</w:hyperlink>";
  }

  private static String cell(String style, String text) {
    return "<w:tc><w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>%s</w:p></w:tc>"
        .formatted(style, run(text));
  }

  private static String tr(String properties, String cells) {
    return "<w:tr><w:trPr>%s</w:trPr>%s</w:tr>".formatted(properties, cells);
  }

  private static String picture(String blip, String alternative) {
    return """
        <w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr descr="%s"/>
        <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">
        <pic:blipFill><a:blip %s/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"""
        .formatted(alternative, blip);
  }
}
