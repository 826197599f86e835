package org.broadsheet.mail.lint;

import java.util.List;

/**
 * One thing that is not as it should be.
 *
 * @param check   id of the check, for instance {@code image-alt} or {@code support-css-display-grid}
 * @param message what is wrong, in plain words
 * @param clients whom it hurts; empty: everybody
 * @param place   the first one
 * @param times   how many places there are, from 1
 * @param remedy  how to mend it
 */
public record Finding(String check, Verdict verdict, String message, List<Client> clients, Place place, int times, String remedy) {

    public Finding {
        clients = List.copyOf(clients);
    }
}
