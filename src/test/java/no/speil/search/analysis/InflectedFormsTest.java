package no.speil.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import no.speil.search.schema.FieldGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectedFormsTest {
  private final FieldTerms terms = new FieldTerms(new FieldAnalyzer());

  @ParameterizedTest
  @CsvSource({
    "kjøpe, kjøper kjøpte kjøpt kjøptes KJØPTE kjopte kjoepte KJOEPT",
    "skape, skaper skapte skapt",
    "spille, spilte spilt",
    "bygge, bygde",
    "leve, levde levd",
    "bo, bodde bodd",
    "skje, skjer skjedde skjedd",
    "bety, betyr betydde",
    "true, truer truet",
    "lærer, læreren lærere lærerne lærernes laererne LARERNE",
    "lærar, lærarar lærarane",
    "eksempel, eksempler eksemplene eksemplet eksempelet",
    "museum, museet museer museene",
    "program, programmet programmer programmene",
    "stor, stort store større størst",
    "viktig, viktige viktigere viktigst viktigste viktigare viktigast",
    "åpen, åpent aapent apent A\u030APENT",
    "enkel, enkle enklere",
    "fri, fritt",
    "ny, nytt nye nyere nyest",
    "delta, deltar deltok deltatt",
    "godta, godtok godtatt",
    "bidra, bidrar bidro bidratt",
    "iverksette, iverksatte iverksatt",
    "lag, laget lagene lagets",
    "klar, klart klare",
    "sag, sagen sagene",
    "råd, rådet rådene raadet radet",
    "hår, håret hårene haaret",
    "forene, forenes forente",
    "far, fedre fedrene",
    "ferdighet, ferdigheten ferdigheter ferdighetene",
    "ulykkelig, ulykkelige ulykkeligste ulukkeleg",
    "virkelighet, verkelegheit",
    "lege, leger legen legene",
    "sete, setet setene",
    "skjønnhet, skjønnhets skjønnheten skjønnheit skjønnheits",
    "forbedre, forbedrer forbedret forbedra",
    "foreldre, foreldra foreldrene forelder",
    "begrep, begrepet begreper begrepene",
    "overgrep, overgrepet overgrepene",
    "angripe, angrep angrepet angrepene",
    "ansatt, ansatte ansattes ansattene",
    "bevisst, bevisste",
    "ren, rent rene renere",
    "vakt, vakter vakten",
    "politimann, politimenn politimennene politimannen POLITIMENN",
    "ordbok, ordbøker ordboken ordboka ordboeker",
    "allmenn, allment allmenne",
    "halde, held heldt haldne",
    "finne, finst finnast fanst funne",
    "forlate, forlet forlèt forlot forlatt",
    "dømme, dømde dømd dømte",
    "kjenne, kjende kjend kjennast kjente",
    "innehalde, inneheld",
    "fortelje, fortel fortald fortalde",
  })
  void everyFormOfAWordIsOneTerm(String word, String forms) {
    for (String form : forms.split(" ", -1)) {
      assertThat(term(form)).as(form).isEqualTo(term(word));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bord, bore",
    "bygd, bygge",
    "last, lase",
    "felt, felle",
    "bort, bore",
    "helst, helse",
    "sa, sum",
    "lag, liggje",
    "klar, klær",
    "sag, sjå",
    "rad, råd",
    "mote, møte",
    "svært, svar",
    "svært, svart",
    "male, mål",
    "hår, hær",
    "hår, hare",
    "været, vare",
    "forene, føre",
    "utover, utøver",
    "far, får",
    "gods, gode",
    "menighet, men",
    "ferdighet, ferd",
    "ulykkelig, ulykke",
    "grunnleggende, grunnlegge",
    "oversende, overse",
    "solvens, sølv",
    "sikt, sikte",
    "goder, god",
    "drukne, drikke",
    "stolen, stjele",
    "begrep, begripe",
    "vakt, vekke",
    "lege, liggje",
    "sete, sitje",
    "svart, svare",
    "salt, sale"
  })
  void aWordOfItsOwnIsNoFormOfAnother(String word, String other) {
    assertThat(term(word)).isNotEqualTo(term(other));
  }

  @Test
  void whatCanBeOfTwoUsualWordsIsOfNeither() {
    InflectedForms forms = InflectedForms.builtIn();

    assertThat(forms.of("handler")).isEqualTo("handler"); // of "handel" and "handle"
    assertThat(forms.of("mangler")).isEqualTo("mangler"); // of "mangel" and "mangle"
    assertThat(forms.of("kjopte")).isEqualTo("kjope");
  }

  private String term(String word) {
    return terms.of(FieldGroup.ORIGINAL.stem(), word).getFirst().text();
  }
}
