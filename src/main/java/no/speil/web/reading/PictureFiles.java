package no.speil.web.reading;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import no.speil.archive.Picture;
import no.speil.library.Library;
import no.speil.web.request.WrongRequest;

/** Serves the pictures that stand beside the texts. */
public final class PictureFiles {
  private final Library library;

  public PictureFiles(Library library) {
    this.library = library;
  }

  public void serve(Context context) throws IOException {
    Picture picture =
        library
            .picture(context.pathParam("path"))
            .orElseThrow(() -> new WrongRequest.NotFound("There is no such picture."));
    context.result(Files.newInputStream(picture.file())).contentType(picture.contentType());
    context.res().setCharacterEncoding(null); // pictures have none
  }
}
