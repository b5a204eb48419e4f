#include "sandbox/routes/drawing.h"

namespace finhub::sandbox {

DocumentToDraw documentToDraw(const RequestContext& context, const DocumentRecord& document)
{
    const SpecimenOrigin origin = document.specimen.value_or(SpecimenOrigin{});
    return {document.id,
            {document.type, document.mimeType, specimenPerson(context.file.customer.person), origin.flaw,
             origin.seed, document.uploadedAt.date()}};
}

std::vector<DocumentToDraw> fillDigests(const RequestContext& context, QList<DocumentRecord>& documents)
{
    std::vector<DocumentToDraw> undrawn;
    for (DocumentRecord& document : documents) {
        if (!document.specimen)
            continue;
        if (const auto digest = context.state.vault.digest(document.id)) {
            document.size = digest->size;
            document.sha256 = digest->sha256;
        } else {
            undrawn.push_back(documentToDraw(context, document));
        }
    }
    return undrawn;
}

} // namespace finhub::sandbox
