#include "models/documentorder.h"

#include <algorithm>

namespace finhub::models {

QList<Document> inViewingOrder(QList<Document> documents)
{
    std::stable_sort(documents.begin(), documents.end(),
                     [](const Document& a, const Document& b) { return a.type.value() < b.type.value(); });
    return documents;
}

} // namespace finhub::models
