#include "documents/pagetext.h"

#include "core/secret.h"

namespace finhub::documents {

// data() would detach and overwrite a fresh copy; const_cast reaches what is shared.
void overwrite(PageText& text)
{
    finhub::wipe(text.text);
    if (!text.places.isEmpty())
        wipeMemory(const_cast<QRectF*>(text.places.constData()),
                   static_cast<std::size_t>(text.places.size()) * sizeof(QRectF));
    text.places.clear();
}

} // namespace finhub::documents
