package no.speil.web.oai;

import io.gdcc.xoai.dataprovider.DataProvider;
import io.gdcc.xoai.dataprovider.model.MetadataFormat;
import io.gdcc.xoai.dataprovider.repository.Repository;
import io.gdcc.xoai.dataprovider.repository.RepositoryConfiguration;
import io.gdcc.xoai.dataprovider.repository.RepositoryConfiguration.RepositoryConfigurationBuilder;
import io.gdcc.xoai.model.oaipmh.DeletedRecord;
import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.model.oaipmh.OAIPMH;
import io.gdcc.xoai.xml.XmlWriter;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import no.speil.exchange.tei.TeiDocument;
import no.speil.messages.Messages;
import no.speil.web.http.FormData;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.SiteContext;

/** Answers harvesters by OAI-PMH 2.0. */
public final class OaiHandler {
  public static final String PATH = "/oai";

  private static final String MAIL = "mailto:";

  private static final MetadataFormat DUBLIN_CORE =
      MetadataFormat.metadataFormat("oai_dc")
          .withNamespace("http://www.openarchives.org/OAI/2.0/oai_dc/")
          .withSchemaLocation("http://www.openarchives.org/OAI/2.0/oai_dc.xsd");

  private static final MetadataFormat TEI =
      MetadataFormat.metadataFormat(TextRepository.TEI)
          .withNamespace(TeiDocument.NAMESPACE)
          .withSchemaLocation(
              "https://www.tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd");

  private final SiteContext site;

  public OaiHandler(SiteContext site) {
    this.site = site;
  }

  /** Answers a request of any verb; what is wrong with it is told in the protocol's words. */
  public void answer(Context context) {
    boolean isForm = context.method().equals(HandlerType.POST);
    Map<String, List<String>> sent =
        isForm ? FormData.of(context).fields() : context.queryParamMap();
    var parameters = new HashMap<String, String[]>();
    sent.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
    var texts = new TextRepository(site, context);
    RepositoryConfiguration configuration = configuration(context, texts);
    var repository =
        new Repository(configuration).withItemRepository(texts).withSetRepository(texts);
    var formats =
        new io.gdcc.xoai.dataprovider.model.Context()
            .withMetadataFormat(DUBLIN_CORE)
            .withMetadataFormat(TEI);
    OAIPMH answer = new DataProvider(formats, repository).handle(parameters);
    context.contentType("text/xml; charset=utf-8").result(written(answer, configuration));
  }

  /** The archive has no mail address, which the protocol demands. */
  public static final class NoContact extends NotFound {
    private NoContact() {
      super(Messages.ENGLISH.of("error.detail.no-contact"));
    }
  }

  private RepositoryConfiguration configuration(Context context, TextRepository texts) {
    String contact = site.library().archive().profile().imprint().contact();
    if (!contact.startsWith(MAIL)) {
      throw new NoContact();
    }
    Instant earliest =
        site.catalogue().changedFrom(0, null, 1).stream()
            .map(first -> Instant.ofEpochMilli(first.millis()))
            .findFirst()
            .orElse(site.started());
    return new RepositoryConfigurationBuilder()
        .withRepositoryName(site.archiveName(Messages.ENGLISH))
        .withAdminEmail(contact.substring(MAIL.length()))
        .withBaseUrl(site.permanent(context, PATH))
        .withEarliestDate(TextRepository.seconds(earliest))
        .withDeleteMethod(DeletedRecord.NO)
        .withGranularity(Granularity.Lenient)
        .withMaxListRecords(TextRepository.SIZE)
        .withMaxListIdentifiers(TextRepository.SIZE)
        .withMaxListSets(Integer.MAX_VALUE)
        .withResumptionTokenFormat(texts)
        .build();
  }

  private static String written(OAIPMH answer, RepositoryConfiguration configuration) {
    try {
      return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
          + XmlWriter.toString(answer, configuration);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot be written as XML", e);
    }
  }
}
