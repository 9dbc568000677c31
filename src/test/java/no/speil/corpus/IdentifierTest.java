package no.speil.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {
  @ParameterizedTest
  @CsvSource({
    "10.1234/abc, doi:10.1234/abc, https://doi.org/10.1234/abc",
    "doi: 10.1234/abc, doi:10.1234/abc, https://doi.org/10.1234/abc",
    "https://dx.doi.org/10.1234/a<b>#c, doi:10.1234/a<b>#c, https://doi.org/10.1234/a%3Cb%3E%23c",
    "hdl:10852/123, hdl:10852/123, https://hdl.handle.net/10852/123",
    "https://hdl.handle.net/10852/123, hdl:10852/123, https://hdl.handle.net/10852/123",
    "ark:/12148/btv1b8449691v, ark:/12148/btv1b8449691v, https://n2t.net/ark:/12148/btv1b8449691v",
    "https://example.org/ark:12148/x, ark:12148/x, https://example.org/ark:12148/x",
    "URN:NBN:no-nb_digibok_1, URN:NBN:no-nb_digibok_1, https://urn.nb.no/URN:NBN:no-nb_digibok_1",
    "https://urn.nb.no/URN:NBN:no-1, URN:NBN:no-1, https://urn.nb.no/URN:NBN:no-1",
    "urn:isbn:9788202000000, urn:isbn:9788202000000, ''",
    "https://example.org/1, https://example.org/1, https://example.org/1",
    "sak 2015/12, sak 2015/12, ''",
  })
  void identifiersOfTheUsualSchemesLeadToWhatTheyName(String written, String name, String address) {
    assertThat(Identifier.of(written)).isEqualTo(new Identifier(name, address));
  }
}
