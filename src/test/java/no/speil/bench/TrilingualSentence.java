package no.speil.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.speil.TestCorpora;

/** The same said in Bokmål, Nynorsk and English. */
record TrilingualSentence(String nb, String nn, String en) {
  private static final Path NEWS = TestCorpora.path("ntrex/dev.jsonl");

  private static final List<TrilingualSentence> OWN =
      List.of(
          new TrilingualSentence(
              "Styret behandlet saken i juni.",
              "Styret handsama saka i juni.",
              "The board considered the matter in June."),
          new TrilingualSentence(
              "Vi kan ikke støtte dette vedtaket.",
              "Vi kan ikkje støtte dette vedtaket.",
              "We cannot support this decision."),
          new TrilingualSentence(
              "Kvinner i hele landet har ventet på svar.",
              "Kvinner i heile landet har venta på svar.",
              "Women all over the country have waited for an answer."),
          new TrilingualSentence(
              "Brevet ble sendt til departementet samme dag.",
              "Brevet vart sendt til departementet same dagen.",
              "The letter was sent to the ministry on the same day."),
          new TrilingualSentence(
              "Rapporten bygger på samtaler med tolv familier.",
              "Rapporten byggjer på samtalar med tolv familiar.",
              "The report builds on conversations with twelve families."),
          new TrilingualSentence(
              "Medlemmene krever at landsmøtet tar stilling.",
              "Medlemene krev at landsmøtet tek stilling.",
              "The members demand that the national meeting takes a stand."),
          new TrilingualSentence(
              "Alle skal ha rett til en trygg arbeidsplass.",
              "Alle skal ha rett til ein trygg arbeidsplass.",
              "Everybody shall have the right to a safe workplace."),
          new TrilingualSentence(
              "Skogen ved elva er vernet siden 1974.",
              "Skogen ved elva er verna sidan 1974.",
              "The forest by the river has been protected since 1974."),
          new TrilingualSentence(
              "Fiskerne solgte båtene sine og flyttet til byen.",
              "Fiskarane selde båtane sine og flytta til byen.",
              "The fishermen sold their boats and moved to town."),
          new TrilingualSentence(
              "Loven trådte i kraft ved årsskiftet.",
              "Lova tok til å gjelde ved årsskiftet.",
              "The act entered into force at the turn of the year."),
          new TrilingualSentence(
              "Hun skrev tre bøker om oppveksten i nord.",
              "Ho skreiv tre bøker om oppveksten i nord.",
              "She wrote three books about growing up in the north."),
          new TrilingualSentence(
              "Skolen må stenge dersom taket ikke blir reparert.",
              "Skulen må stengje dersom taket ikkje blir reparert.",
              "The school must close unless the roof is repaired."),
          new TrilingualSentence(
              "Utvalget foreslår å øke støtten med ti prosent.",
              "Utvalet foreslår å auke stønaden med ti prosent.",
              "The committee proposes to raise the support by ten per cent."),
          new TrilingualSentence(
              "Avisen trykte hele talen på forsiden.",
              "Avisa prenta heile talen på framsida.",
              "The newspaper printed the whole speech on its front page."),
          new TrilingualSentence(
              "Ingen av vitnene ble hørt før dommen falt.",
              "Ingen av vitna vart høyrde før dommen fall.",
              "None of the witnesses was heard before the judgment."),
          new TrilingualSentence(
              "Arkivet ligger i kjelleren under rådhuset.",
              "Arkivet ligg i kjellaren under rådhuset.",
              "The archive is in the basement below the town hall."),
          new TrilingualSentence(
              "Fredsprisen ble delt mellom to organisasjoner.",
              "Fredsprisen vart delt mellom to organisasjonar.",
              "The peace prize was shared by two organisations."),
          new TrilingualSentence(
              "Foreldrene takket lærerne for innsatsen.",
              "Foreldra takka lærarane for innsatsen.",
              "The parents thanked the teachers for their efforts."),
          new TrilingualSentence(
              "Broen skal stå ferdig før høstferien.",
              "Brua skal stå ferdig før haustferien.",
              "The bridge shall be finished before the autumn holiday."),
          new TrilingualSentence(
              "Klimaet endrer seg raskere enn forskerne trodde.",
              "Klimaet endrar seg raskare enn forskarane trudde.",
              "The climate is changing faster than the researchers thought."),
          new TrilingualSentence(
              "Museet har åpent hver dag unntatt mandag.",
              "Museet har ope kvar dag utanom måndag.",
              "The museum is open every day except Monday."),
          new TrilingualSentence(
              "Kommunen svarte at pengene var brukt opp.",
              "Kommunen svarte at pengane var brukte opp.",
              "The municipality answered that the money had been spent."),
          new TrilingualSentence(
              "Pasientene fikk beskjed om å vente ute.",
              "Pasientane fekk beskjed om å vente ute.",
              "The patients were told to wait outside."),
          new TrilingualSentence(
              "Saken ble henlagt uten begrunnelse.",
              "Saka vart lagd bort utan grunngjeving.",
              "The case was dropped without a reason."));

  /** News where it lies beside this repository, else some sentences of our own. */
  static List<TrilingualSentence> all() {
    if (!Files.isRegularFile(NEWS)) {
      return OWN;
    }
    var json = new ObjectMapper();
    var sentences = new ArrayList<TrilingualSentence>();
    try {
      for (String line : Files.readAllLines(NEWS)) {
        JsonNode story = json.readTree(line);
        for (int i = 0; i < story.get("nb").size(); i++) {
          sentences.add(
              new TrilingualSentence(
                  story.get("nb").get(i).asText(),
                  story.get("nn").get(i).asText(),
                  story.get("en").get(i).asText()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + NEWS, e);
    }
    return sentences;
  }

  /** What there is of it in the original's language. */
  String norwegian(boolean isNynorsk) {
    return isNynorsk ? nn : nb;
  }
}
