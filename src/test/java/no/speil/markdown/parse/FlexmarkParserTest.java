package no.speil.markdown.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.ext.attributes.AttributesNode;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FlexmarkParserTest {

  static Stream<Arguments> marks() {
    return Stream.of(
        Arguments.of("år|tall\n---|---\n1814|112", TableBlock.class),
        Arguments.of("Et ord.[^1]", Footnote.class),
        Arguments.of("[^1]: En merknad.", FootnoteBlock.class),
        Arguments.of("# Brev {#brev}", AttributesNode.class),
        Arguments.of("Et ~~strøket~~ ord.", Strikethrough.class));
  }

  @ParameterizedTest
  @MethodSource("marks")
  void everyExtensionIsThereWhereItsOnlyMarkIs(String text, Class<? extends Node> kind) {
    Document root = FlexmarkParser.parse(text).orElseThrow();

    assertThat(StreamSupport.stream(root.getDescendants().spliterator(), false))
        .hasAtLeastOneElementOfType(kind);
  }
}
