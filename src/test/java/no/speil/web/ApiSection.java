package no.speil.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import no.speil.status.TrackedSection;

/** A section of "letters" as programs ask for it and write to it. */
record ApiSection(TestServer testServer) {
  TrackedSection now() {
    return testServer.section("2015/brev", "14 dager");
  }

  String id() {
    return now().section().id().value();
  }

  String path(String rest) {
    return "/api/v1/sections/" + id() + rest;
  }

  HttpResponse<String> put(String what, String body, String tag) {
    return testServer.send(
        "PUT", path(what), body, "Content-Type", "application/json", "If-Match", tag);
  }

  static String tag(TrackedSection section) {
    return "\"" + section.version() + "\"";
  }

  static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }
}
