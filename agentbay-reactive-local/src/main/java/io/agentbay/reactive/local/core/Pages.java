package io.agentbay.reactive.local.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;

/**
 * Pages by token, the newest entry first: the number of the last entry shown, or a plain offset where the model lets pages
 * shift. What comes while somebody pages is not shown to him.
 */
final class Pages {

    private Pages() {}

    /** Looks at every entry once, because the answer says how many there are; keeps only those it shows. */
    static <T> Page<T> of(NavigableMap<Long, T> all, Predicate<T> filter, PageRequest request, boolean shifting) {
        List<T> shown = new ArrayList<>();
        long next = request.token();
        int total = 0;
        boolean more = false;
        for (Map.Entry<Long, T> entry : all.descendingMap().entrySet()) {
            if (!filter.test(entry.getValue())) {
                continue;
            }
            boolean behind = shifting ? total >= request.token() : request.isBehind(entry.getKey());
            more = more || behind && shown.size() == request.max();
            if (behind && shown.size() < request.max()) {
                shown.add(entry.getValue());
                next = shifting ? next + 1 : entry.getKey();
            }
            total++;
        }
        return new Page<>(shown, more ? Long.toString(next, 36) : "", total, request.max());
    }

    /** One page and the token of the next, empty on the last. */
    record Page<T>(List<T> items, String nextToken, int total, int max) {

        ServiceReply reply(List<?> data) {
            return ServiceReply.ok(data)
                    .with("MaxResults", max)
                    .with("NextToken", nextToken)
                    .with("TotalCount", total);
        }
    }

    /** Where a page begins and how long it is. */
    record PageRequest(long token, int max) {

        /** Whether an entry comes after those shown before. */
        boolean isBehind(long number) {
            return token == 0 || number < token;
        }

        private static long number(String token) {
            try {
                long number = Long.parseLong(token, 36);
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException refusedBelow) {
                throw ServiceError.invalid("NextToken", "is not a token of this service");
            }
            throw ServiceError.invalid("NextToken", "is not a token of this service");
        }

        static PageRequest of(Fields fields) {
            String token = fields.find("NextToken").orElse("0");
            return new PageRequest(number(token), fields.positive("MaxResults", 10));
        }
    }
}
