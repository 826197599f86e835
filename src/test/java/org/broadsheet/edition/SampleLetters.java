package org.broadsheet.edition;

import java.util.List;
import java.util.Optional;

import org.broadsheet.mail.Letter;
import org.broadsheet.mail.MailTheme;

/** Invented one-off mails. */
final class SampleLetters {

    private SampleLetters() {
    }

    static Letter confirmation(MailTheme.Design design) {
        return new Letter("en-GB", "ltr", MailTheme.of(design), "Please confirm: Quay & Signal", "Quay & Signal", Optional.empty(), "https://example.org/quay", "#7a1f2b",
                "#e7a3a5", "Do you want Quay & Signal?", "Somebody, we hope you, asked us to send Quay & Signal to this address. Nothing comes until you confirm it.",
                "Sections chosen: Money", "Yes, send it to me", "https://example.org/confirm/k7Qm", "If the button does not work, open this address:",
                "https://example.org/confirm/k7Qm", "The link works for 24 hours.", "Quay & Signal Press Ltd",
                List.of("3 Ropewalk Steps, Aldermoor AL9 9ZZ", "United Kingdom"));
    }

    static Letter hebrew(MailTheme.Design design) {
        return new Letter("he", "rtl", MailTheme.of(design), "נא לאשר: רציף & אות", "רציף & אות", Optional.empty(), "https://example.org/quay", "#7a1f2b", "#e7a3a5",
                "לשלוח אליך את רציף & אות?", "מישהו, כנראה את או אתה, ביקש שנשלח את רציף & אות לכתובת זו. דבר לא יישלח לפני אישור.", "", "כן, לשלוח אליי",
                "https://example.org/confirm/" + "k7Qm2vX9tR4c".repeat(6), "אם הכפתור אינו פועל, זו הכתובת:", "https://example.org/confirm/" + "k7Qm2vX9tR4c".repeat(6), "",
                "Quay & Signal Press Ltd", List.of("3 Ropewalk Steps, Aldermoor AL9 9ZZ", "United Kingdom"));
    }
}
