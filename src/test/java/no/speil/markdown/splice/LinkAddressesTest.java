package no.speil.markdown.splice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkAddressesTest {

  @Test
  void onlyTheAddressIsChanged() {
    String body =
        """
        Se [a](x.md "Tittel"), ![b](<x.md>), [c][c] og [x.md](y.md).
        `[d](x.md)` <x.md> \\[e](x.md)

            [f](x.md)

        - > [g](  x.md  )

        [c]: x.md 'Tittel'
        """;

    String changed =
        LinkAddresses.change(
            body, address -> Optional.of("2 (3).md").filter(to -> address.equals("x.md")));

    assertThat(changed)
        .isEqualTo(
            """
            Se [a](2%20%283%29.md "Tittel"), ![b](<2%20%283%29.md>), [c][c] og [x.md](y.md).
            `[d](x.md)` <x.md> \\[e](x.md)

                [f](x.md)

            - > [g](  2%20%283%29.md  )

            [c]: 2%20%283%29.md 'Tittel'
            """);
  }

  @Test
  void picturesInHtmlCountButNotThoseOfShortcodes() {
    String body =
        """
        <figure><img class="a" src="x.png" alt='src="x.png"'></figure>

        Og <img src='x.png'> her, <a title="x.png" href="x.png">der</a>.

        {{<img src="x.png">}}

        `<img src="x.png">`
        """;

    assertThat(LinkAddresses.change(body, address -> Optional.of("y.png")))
        .isEqualTo(
            """
            <figure><img class="a" src="y.png" alt='src="x.png"'></figure>

            Og <img src='y.png'> her, <a title="x.png" href="x.png">der</a>.

            {{<img src="x.png">}}

            `<img src="x.png">`
            """);
  }

  @Test
  void addressesAreAskedAboutWithoutEscapesAndTemplatesNotAtAll() {
    var asked = new ArrayList<String>();
    String body =
        """
        [a](b\\_c&amp;d.md) [e]({{< ref "x" >}}) [f]({% link x.md %}) [g]({{ site.url }}/x)

        {{< figure src="x.png" >}}
        """;

    String unchanged =
        LinkAddresses.change(
            body,
            address -> {
              asked.add(address);
              return Optional.empty();
            });

    assertThat(unchanged).isEqualTo(body);
    assertThat(asked).isEqualTo(List.of("b_c&d.md"));
  }
}
