package no.speil.web.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.minidev.json.JSONObject;

/** An organisation that signs people in, and may lie. One person is there at a time. */
final class TestOrganization implements AutoCloseable {
  static final String CLIENT = "arkivet";
  static final String SECRET = "s3kret æøå";

  /** What is wrong with what it says. */
  enum Lie {
    NONE,
    ISSUER,
    AUDIENCE,
    NONCE,
    KEY,
    NO_SIGNATURE,
    SECRET_AS_KEY,
    EXPIRED,
    FROM_TOMORROW,
    OTHER_PERSON,
    NO_TOKEN,
    OTHER_STATE,
    OTHER_METADATA
  }

  private static final RSAKey KEY = key("1");
  private static final RSAKey OTHER = key("1");

  private final HttpServer server;
  private final URI issuer;
  Lie lie = Lie.NONE;
  String subject = "7f3a";

  /** What it tells of the person, besides the subject. */
  final Map<String, Object> person = new HashMap<>();

  private Map<String, List<String>> asked = Map.of();

  TestOrganization() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/org");
    server.createContext("/", this::answer);
    server.start();
  }

  URI issuer() {
    return issuer;
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the page of the organisation does once a person has signed in there. */
  URI signIn(URI request) {
    asked = URLUtils.parseParameters(request.getRawQuery());
    String state = lie == Lie.OTHER_STATE ? "another" : asked("state");
    return URI.create(asked("redirect_uri") + "?code=c0de&state=" + state);
  }

  String asked(String name) {
    return asked.get(name).getFirst();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body =
          switch (path) {
            case "/org/.well-known/openid-configuration" -> metadata();
            case "/org/keys" -> new JWKSet(KEY.toPublicJWK()).toString();
            case "/org/token" -> token(exchange);
            case "/org/person" -> person(exchange);
            default -> throw new IllegalStateException(path);
          };
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(body.startsWith("{\"error") ? 400 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String metadata() {
    var metadata = new JSONObject();
    metadata.put("issuer", lie == Lie.OTHER_METADATA ? "https://example.org" : issuer.toString());
    metadata.put("authorization_endpoint", issuer + "/authorize");
    metadata.put("token_endpoint", issuer + "/token");
    metadata.put("userinfo_endpoint", issuer + "/person");
    metadata.put("end_session_endpoint", issuer + "/leave");
    metadata.put("jwks_uri", issuer + "/keys");
    metadata.put("response_types_supported", List.of("code"));
    metadata.put("subject_types_supported", List.of("public"));
    metadata.put("id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none"));
    return metadata.toString();
  }

  private String token(HttpExchange exchange) throws IOException, JOSEException {
    var form =
        URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var challenge =
        CodeChallenge.compute(
            CodeChallengeMethod.S256, new CodeVerifier(form.get("code_verifier").getFirst()));
    String secret = java.net.URLEncoder.encode(SECRET, UTF_8);
    String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(UTF_8));
    boolean isRight =
        form.get("code").getFirst().equals("c0de")
            && asked("code_challenge").equals(challenge.getValue())
            && asked("redirect_uri").equals(form.get("redirect_uri").getFirst())
            && ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    if (!isRight || lie == Lie.NO_TOKEN) {
      return "{\"error\": \"invalid_grant\"}";
    }
    var answer = new JSONObject();
    answer.put("access_token", "acce55");
    answer.put("token_type", "Bearer");
    answer.put("id_token", idToken());
    return answer.toString();
  }

  private String idToken() throws JOSEException {
    Instant now = Instant.now();
    Instant issued = lie == Lie.FROM_TOMORROW ? now.plusSeconds(86_400) : now.minusSeconds(5);
    Instant end = lie == Lie.EXPIRED ? now.minusSeconds(3600) : issued.plusSeconds(300);
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(lie == Lie.ISSUER ? "https://example.org" : issuer.toString())
            .audience(lie == Lie.AUDIENCE ? "another" : CLIENT)
            .subject(subject)
            .issueTime(Date.from(issued))
            .expirationTime(Date.from(end))
            .claim("nonce", lie == Lie.NONCE ? "another" : asked("nonce"))
            .build();
    if (lie == Lie.NO_SIGNATURE) {
      return new PlainJWT(claims).serialize();
    }
    boolean isSecret = lie == Lie.SECRET_AS_KEY;
    var header = new JWSHeader.Builder(isSecret ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256);
    var token = new SignedJWT(header.keyID("1").build(), claims);
    token.sign(
        isSecret
            ? new com.nimbusds.jose.crypto.MACSigner(KEY.toPublicJWK().toString())
            : new RSASSASigner(lie == Lie.KEY ? OTHER : KEY));
    return token.serialize();
  }

  private String person(HttpExchange exchange) {
    if (!"Bearer acce55".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return "{\"error\": \"invalid_token\"}";
    }
    var told = new JSONObject(person);
    told.put("sub", lie == Lie.OTHER_PERSON ? "other" : subject);
    return told.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
