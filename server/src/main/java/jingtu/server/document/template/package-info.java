/**
 * Word and Excel documents out of templates that the county words itself. A template is an ordinary
 * .docx or .xlsx in which {@code {{field}}} stands where a value belongs; a table row that holds
 * {@code {{rows.field}}} is repeated for each record. What can be filled is declared by the module
 * whose records they are, as a {@link TemplateKind}; nothing is made from a template in which a
 * field is missing or misspelt.
 */
@NamedInterface("template")
@NullMarked
package jingtu.server.document.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
