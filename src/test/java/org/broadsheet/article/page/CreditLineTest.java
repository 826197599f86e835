package org.broadsheet.article.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captions as papers write them, in their languages. All names and news are invented. */
class CreditLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '#', value = {
        // English
        "The quay at dawn. Photo: Ada Moor # The quay at dawn. # Photo: Ada Moor",
        "The quay at dawn. Photograph: Ada Moor/Reuters # The quay at dawn. # Photograph: Ada Moor/Reuters",
        "The quay at dawn (Photo: Ada Moor) # The quay at dawn # Photo: Ada Moor",
        "The quay at dawn (AP Photo/Ada Moor) # The quay at dawn # AP Photo/Ada Moor",
        "The quay at dawn. Ada Moor / Reuters # The quay at dawn. # Ada Moor / Reuters",
        "The quay at dawn. REUTERS/Ada Moor # The quay at dawn. # REUTERS/Ada Moor",
        "The quay at dawn. Photo by Ada Moor/Getty Images # The quay at dawn. # Photo by Ada Moor/Getty Images",
        "The quay at dawn. Picture: Ada Moor for The Quay Letter # The quay at dawn. # Picture: Ada Moor for The Quay Letter",
        "The quay at dawn | Image credit: Port of Salder # The quay at dawn # Image credit: Port of Salder",
        "The quay at dawn. © 2026 Ada Moor # The quay at dawn. # © 2026 Ada Moor",
        "The quay at dawn. Credit: NASA # The quay at dawn. # Credit: NASA",
        "The quay at dawn. Photo courtesy of Salder Museum # The quay at dawn. # Photo courtesy of Salder Museum",
        "The quay at dawn. Courtesy of Ada Moor # The quay at dawn. # Courtesy of Ada Moor",
        "The quay at dawn. [Ada Moor/Bloomberg] # The quay at dawn. # Ada Moor/Bloomberg",
        "The quay at dawn. Copyright: Ada Moor # The quay at dawn. # Copyright: Ada Moor",
        "The quay at dawn. File photo: Ada Moor/PA # The quay at dawn. # File photo: Ada Moor/PA",
        "The quay at dawn. Illustration: Lumen Bureau # The quay at dawn. # Illustration: Lumen Bureau",
        "The quay at dawn – Getty Images # The quay at dawn # Getty Images",
        "Photo: Ada Moor # '' # Photo: Ada Moor",
        "The quay at dawn (Reuters) # The quay at dawn # Reuters",
        "The quay at dawn. (c) Ada Moor # The quay at dawn. # (c) Ada Moor",
        "The quay at dawn. Ada Moor via Unsplash # The quay at dawn. # Ada Moor via Unsplash",
        // German
        "Der Kai am Morgen. Foto: Jan Möwe # Der Kai am Morgen. # Foto: Jan Möwe",
        "Der Kai am Morgen (Foto: Jan Möwe/dpa) # Der Kai am Morgen # Foto: Jan Möwe/dpa",
        "Der Kai am Morgen Bild: ©Jan Möwe # Der Kai am Morgen # Bild: ©Jan Möwe",
        "Der Kai am Morgen. Bild: picture alliance/dpa # Der Kai am Morgen. # Bild: picture alliance/dpa",
        "Der Kai am Morgen. © Jan Möwe/imago images # Der Kai am Morgen. # © Jan Möwe/imago images",
        "Der Kai am Morgen. Fotoquelle: Hafenamt Salder # Der Kai am Morgen. # Fotoquelle: Hafenamt Salder",
        "Der Kai am Morgen. Bildnachweis: Jan Möwe # Der Kai am Morgen. # Bildnachweis: Jan Möwe",
        "Der Kai am Morgen. (Symbolbild: dpa) # Der Kai am Morgen. # Symbolbild: dpa",
        "Der Kai am Morgen. Foto von Jan Möwe # Der Kai am Morgen. # Foto von Jan Möwe",
        "Der Kai am Morgen (Foto Jan Möwe) # Der Kai am Morgen # Foto Jan Möwe",
        "Der Kai am Morgen Bild: dpa # Der Kai am Morgen # Bild: dpa",
        // French
        "Le quai © Anne Rive / AFP # Le quai # © Anne Rive / AFP",
        "Le quai à l’aube. Crédit photo : Anne Rive # Le quai à l’aube. # Crédit photo : Anne Rive",
        "Le quai à l’aube. Photo : Anne Rive/AFP # Le quai à l’aube. # Photo : Anne Rive/AFP",
        "Le quai à l’aube. © Anne Rive / Hans Lucas # Le quai à l’aube. # © Anne Rive / Hans Lucas",
        "Le quai à l’aube. Crédits : Ville de Salder # Le quai à l’aube. # Crédits : Ville de Salder",
        "Le quai à l’aube. ANNE RIVE / AFP # Le quai à l’aube. # ANNE RIVE / AFP",
        "Le quai à l’aube (Photo Anne Rive/AFP) # Le quai à l’aube # Photo Anne Rive/AFP",
        // Spanish
        "El muelle al alba. Foto: Ana Ribera # El muelle al alba. # Foto: Ana Ribera",
        "El muelle al alba. Fotografía: Ana Ribera/EFE # El muelle al alba. # Fotografía: Ana Ribera/EFE",
        "El muelle al alba (Imagen: Europa Press) # El muelle al alba # Imagen: Europa Press",
        "El muelle al alba. Crédito: Ana Ribera # El muelle al alba. # Crédito: Ana Ribera",
        "El muelle al alba. EFE/Ana Ribera # El muelle al alba. # EFE/Ana Ribera",
        // Dutch
        "De kade bij dageraad. Foto: Anna van der Kade # De kade bij dageraad. # Foto: Anna van der Kade",
        "De kade bij dageraad. Beeld: ANP # De kade bij dageraad. # Beeld: ANP",
        "De kade bij dageraad (Foto: ANP / Anna Kade) # De kade bij dageraad # Foto: ANP / Anna Kade",
        "De kade bij dageraad. © Anna Kade # De kade bij dageraad. # © Anna Kade",
        "De kade bij dageraad. Illustratie: Anna Kade # De kade bij dageraad. # Illustratie: Anna Kade",
        // Italian
        "Il molo all’alba. Foto: Anna Riva # Il molo all’alba. # Foto: Anna Riva",
        "Il molo all’alba (Foto LaPresse/Anna Riva) # Il molo all’alba # Foto LaPresse/Anna Riva",
        "Il molo all’alba. Crediti foto: Anna Riva # Il molo all’alba. # Crediti foto: Anna Riva",
        "Il molo all’alba. Immagine: Comune di Salder # Il molo all’alba. # Immagine: Comune di Salder",
        "Il molo all’alba (ANSA) # Il molo all’alba # ANSA",
        // Other scripts
        "岸壁の朝（写真：山田太郎） # 岸壁の朝 # 写真：山田太郎",
        "清晨的码头。图源：新华社 # 清晨的码头。 # 图源：新华社",
        "Причал на рассвете. Фото: Анна Морская # Причал на рассвете. # Фото: Анна Морская",
        "רציף עם שחר. צילום: דנה ים # רציף עם שחר. # צילום: דנה ים"})
    void aCreditIsSplitOff(String caption, String rest, String credit) {
        assertThat(CreditLine.of(caption)).isEqualTo(new CreditLine(rest, credit));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "A photo of the quay hangs in the station.",
        "Photo by photo, she counted the trains.",
        "Photo: the bridge as it stood in 1932.",
        "Pictures of the flood were shown to the council.",
        "Picture: Ships wait at the port for a third day.",
        "The photographer Ada Moor at work.",
        "Ada Moor, who photographed the flood for Reuters, at her desk",
        "The minister (left) and Ada Moor",
        "The minister, Jan Möwe (53), on the quay",
        "Ferries of the line Salder/Kattegat at the quay",
        "Ships of Salder and Kattegat (Denmark)",
        "Jan Möwe zeigt ein Foto seines Vaters.",
        "Foto eines Unbekannten aus dem Jahr 1911",
        "Das Bild: ein Hafen, der nie gebaut wurde.",
        "Une photo du quai, prise en 1932",
        "Una foto del muelle en 1932",
        "Een foto van de kade uit 1932",
        "Una foto del molo nel 1932",
        "The image shows what is left of the yard.",
        "NASA has chosen the quay for its tests.",
        "Copyright reform is debated in Brussels.",
        "She gave credit: without her crew, nothing would have held.",
        "The strike ended on Monday. Reuters reported it first.",
        "From left: Ada Moor, Jan Möwe and Anne Rive",
        "The quay at dawn (graphic novel)",
        "The quay at dawn (Graphic Novel)",
        "写真：港の夜明けを待つ船",
        "The quay at dawn.",
        ""})
    void aCaptionThatMerelyMentionsAPhotographStaysWhole(String caption) {
        assertThat(CreditLine.of(caption)).isEqualTo(new CreditLine(caption, ""));
    }

    @Test
    void thousandsOfLabelsAreReadInNoTime() {
        var caption = "Photo: ".repeat(3000) + "x";
        var began = System.nanoTime();
        CreditLine.of(caption.substring(0, 4000));
        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
    }
}
