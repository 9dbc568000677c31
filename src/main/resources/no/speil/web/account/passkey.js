// Lets the browser's authenticator answer before a form is sent. Without it the forms stay hidden.
'use strict';

(() => {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    return;
  }

  const answer = async (form) => {
    const options = await (await fetch(`${form.action}/challenge`, {method: 'POST'})).json();
    const credential = 'user' in options
      ? await navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options)})
      : await navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)});
    return JSON.stringify(credential.toJSON());
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const failed = form.querySelector('[role=status]');
    form.hidden = false;
    form.addEventListener('submit', async (event) => {
      const credential = form.elements.credential;
      if (credential.value) {
        return;
      }
      event.preventDefault();
      failed.textContent = '';
      try {
        credential.value = await answer(form);
        form.requestSubmit();
      } catch {
        failed.textContent = failed.dataset.failed;
      }
    });
  }
})();
