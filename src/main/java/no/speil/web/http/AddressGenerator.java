package no.speil.web.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes JSON whose addresses of this server begin with its site path. */
final class AddressGenerator extends JsonGeneratorDelegate {
  /** The members that hold addresses of this server. */
  private static final Set<String> ADDRESSES = Set.of("url", "next", "earlier", "type");

  /** What a document's front matter has besides is given as it is written there. */
  private static final String FRONT_MATTER = "other";

  private final String base;

  AddressGenerator(JsonGenerator generator, String base) {
    super(generator);
    this.base = base;
  }

  @Override
  public void writeString(@Nullable String text) throws IOException {
    super.writeString(text != null && isAddress() ? SitePath.before(base, text) : text);
  }

  private boolean isAddress() {
    JsonStreamContext here = getOutputContext();
    String name = here.getCurrentName();
    return here.inObject()
        && name != null
        && ADDRESSES.contains(name)
        && !FRONT_MATTER.equals(here.getParent().getCurrentName());
  }
}
