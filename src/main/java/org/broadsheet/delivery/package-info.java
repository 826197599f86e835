/** The ledger of every copy: who was due, claiming, throttles, composing and handing each copy to the relay, retries. Knows no HTML. */
package org.broadsheet.delivery;
