package org.broadsheet.article.page;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.broadsheet.article.CanonicalAddress;
import org.broadsheet.platform.WebAddress;
import org.jsoup.nodes.Document;

/**
 * The address by which a page wants to be known (RFC 6596). Many name their front page there, or a site that they moved from: what cannot be the
 * article's is not believed.
 */
final class StatedAddress {

    private StatedAddress() {
    }

    static Optional<String> of(Document document, MetaTags metas, LinkedData data, Addresses addresses) {
        var article = data.article().orElse(MissingNode.getInstance());
        var link = document.selectStream("link[rel]").filter(element -> (" " + element.attr("rel").toLowerCase(Locale.ROOT) + " ")
                .contains(" canonical ")).map(element -> addresses.absolute(element.attr("href"))).filter(address -> !address.isEmpty()).findFirst();
        var graph = metas.first("og:url").map(addresses::absolute).filter(address -> !address.isEmpty());
        var stated = Stream.of(mainEntity(article), LinkedData.text(article, "url")).filter(Objects::nonNull).filter(text -> !text.isEmpty()).map(addresses::absolute).findFirst();
        var all = Stream.of(link, graph, stated).flatMap(Optional::stream).toList();
        return all.stream().filter(address -> isPlausible(address, addresses.page(), all)).findFirst();
    }

    private static String mainEntity(JsonNode article) {
        var entity = article.path("mainEntityOfPage");
        return entity.isTextual() ? entity.asText() : entity.path("@id").asText();
    }

    private static boolean isPlausible(String address, String page, List<String> all) {
        var stated = WebAddress.of(address);
        var own = WebAddress.of(page);
        if (stated.isEmpty() || own.isEmpty() || isFrontPage(stated.get()) && !isFrontPage(own.get())) {
            return false;
        }
        var key = CanonicalAddress.key(address);
        return site(stated.get().host()).equals(site(own.get().host())) || all.stream().filter(other -> CanonicalAddress.key(other).equals(key)).count() > 1;
    }

    private static boolean isFrontPage(WebAddress address) {
        return address.path().matches("/?(index\\.[a-z]+|home)?/?");
    }

    /** The last parts of a host: two, or three where the last two are a country's. */
    static String site(String host) {
        var parts = host.split("\\.");
        var country = parts.length > 2 && parts[parts.length - 1].length() == 2 && parts[parts.length - 2].length() <= 3;
        return String.join(".", List.of(parts).subList(Math.max(0, parts.length - (country ? 3 : 2)), parts.length));
    }
}
